// The page before its workbench is merged: says what the server can be asked.
const link = document.createElement("a");
link.href = "/openapi";
link.textContent = "The API of this server";
document.getElementById("app")?.append(link);
