namespace Laminar.Engine.Levels;

/// <summary>What a level is named for.</summary>
internal enum LevelRole : byte
{
    Treated,
    Finding,
    Historical,
    Counting,
    Landmark,
    Access,
    Neurological,
}

/// <summary>A level as it stands in the text.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Token behind the last.</param>
/// <param name="Interspaces">Mask of interspaces (see <see cref="Spine"/>).</param>
/// <param name="Vertebrae">Mask of vertebrae or laminae where no interspace is stated.</param>
/// <param name="Uncertain">Heard wrong, run together or not of this world: to be asked, never guessed.</param>
/// <param name="Raw">How an impossible level reads ("C8-T1"), or null.</param>
internal sealed record LevelMention(int First, int End, ulong Interspaces, ulong Vertebrae, bool Uncertain, string? Raw = null);
