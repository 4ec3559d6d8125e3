namespace Laminar.Fuzz;

/// <summary>Nothing was thrown, and still the answer can't be right.</summary>
internal sealed class FaultException(string message) : Exception(message);
