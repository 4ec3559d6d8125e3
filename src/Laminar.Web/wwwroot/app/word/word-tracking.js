import { supports } from './word-support.js';

/**
 * Writes with the tracking of changes on or off, and leaves it as it was. All of it goes with one sync, so that one undo takes it
 * back.
 * @param {Word.RequestContext} context
 * @param {boolean} tracked
 * @param {() => void} write
 */
export async function writing(context, tracked, write) {
  if (!supports('1.4')) {
    write();
    await context.sync();
    return;
  }

  const document = context.document;
  document.load('changeTrackingMode');
  await context.sync();
  const before = document.changeTrackingMode;
  const during = !tracked ? 'Off' : before === 'Off' ? 'TrackAll' : before;
  try {
    if (during !== before) {
      document.changeTrackingMode = during;
    }

    write();
    if (during !== before) {
      document.changeTrackingMode = before;
    }

    await context.sync();
  } catch (failure) {
    await restore(context, before);
    throw failure;
  }
}

/** Within a piece of {@link writing}: what is no change of the draft. @param {Word.RequestContext} context @param {() => void} write */
export function untracked(context, write) {
  const document = context.document;
  if (supports('1.4')) {
    document.changeTrackingMode = 'Off';
  }

  write();
}

/** @param {Word.RequestContext} context @param {Word.ChangeTrackingMode | 'Off' | 'TrackAll' | 'TrackMineOnly'} mode */
async function restore(context, mode) {
  context.document.changeTrackingMode = mode;
  await context.sync().catch(() => undefined);
}
