/** The absolute path that `path` names when the working folder is `cwd`, without `.`, `..` and double slashes. */
export function resolvePath(cwd: string, path: string): string {
  const names: string[] = [];
  for (const name of (path.startsWith("/") ? path : `${cwd}/${path}`).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}

/** The last name of a path; `/` for the root. */
export function baseName(path: string): string {
  const names = path.split("/").filter((name) => name !== "");
  return names.at(-1) ?? "/";
}

/** The path of the folder that holds `path`. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf("/")));
}

/** `name` in the folder `folder`. */
export function joinPath(folder: string, name: string): string {
  return folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`;
}
