// Files as the page gets them: chosen, of a folder, or dropped. Only their names are looked at here.

export interface NamedFile {
  name: string;
  file: File;
}

/** Files of a field, with their path in the folder that was chosen. */
export function filesOf(list: FileList | null): NamedFile[] {
  return Array.from(list ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/** Files that were dropped, those in folders included. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const entries = Array.from(data.items, (item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  if (!entries.some((entry) => entry?.isDirectory)) return filesOf(data.files);
  const found: NamedFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, "", found);
  return found;
}

/** Most files taken from folders. */
const MOST = 500;

async function collect(entry: FileSystemEntry, folder: string, found: NamedFile[]): Promise<void> {
  if (found.length >= MOST) return;
  const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    found.push({ name, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return;
    for (const child of some) await collect(child, name, found);
  }
}
