// The page before its pane is merged.
const line = document.createElement("p");
line.textContent = "Open this page from Word: Home, Check report.";
document.getElementById("app")?.append(line);
