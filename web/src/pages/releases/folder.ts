// The files of a drop, with those inside folders.

export interface Dropped {
  files: File[];
  /** Files in folders that cannot be releases, such as pictures. */
  skipped: number;
}

/** Kinds of file that are read from folders. A file dropped by itself is always tried. */
const READABLE = /\.(pdf|docx|html?|xhtml|txt|text|md)$/i;
/** Files taken from one drop, so that a wrong folder does not send a whole disk. */
const MOST = 2000;

/** Must be called while the drop is handled: afterwards the browser forgets what was dropped. */
export function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  if (entries.length === 0 || entries.some((entry) => entry === null)) return Promise.resolve({ files: [...transfer.files], skipped: 0 });
  return walk(entries.filter((entry) => entry !== null));
}

async function walk(roots: readonly FileSystemEntry[]): Promise<Dropped> {
  const dropped: Dropped = { files: [], skipped: 0 };
  for (const root of roots) {
    if (root.isFile) dropped.files.push(await file(root as FileSystemFileEntry));
    else await walkFolder(root as FileSystemDirectoryEntry, dropped);
  }
  return dropped;
}

async function walkFolder(folder: FileSystemDirectoryEntry, dropped: Dropped): Promise<void> {
  for (const entry of await children(folder)) {
    if (isHidden(entry.name)) continue;
    if (dropped.files.length >= MOST) {
      dropped.skipped += 1;
      continue;
    }
    if (entry.isDirectory) await walkFolder(entry as FileSystemDirectoryEntry, dropped);
    else if (READABLE.test(entry.name)) dropped.files.push(await file(entry as FileSystemFileEntry));
    else dropped.skipped += 1;
  }
}

async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader gives at most a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name, 'ja', { numeric: true }));
    all.push(...some);
  }
}

function file(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** The files of a folder chosen with the button. */
export function filesOfFolder(list: FileList): Dropped {
  const visible = [...list].filter(({ name, webkitRelativePath }) => !isHidden(name) && !/(^|\/)\./.test(webkitRelativePath));
  const files = visible.filter(({ name }) => READABLE.test(name)).slice(0, MOST);
  return { files, skipped: visible.length - files.length };
}

function isHidden(name: string): boolean { return name.startsWith('.') || name.startsWith('~$'); }
