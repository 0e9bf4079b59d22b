/** Entries of a setting that lists components, as they stand there: short or long names, parted by colons. */
export function componentEntries(value: string | undefined): readonly string[] {
  return value === undefined || value === "null" ? [] : value.split(":").filter((entry) => entry !== "");
}

/** The component of an entry with its class spelt out: `com.example/.Reader;123` is `com.example/com.example.Reader`. */
export function spelt(entry: string): string {
  const [component = ""] = entry.split(";", 1);
  const slash = component.indexOf("/");
  const [owner, name] = [component.slice(0, slash), component.slice(slash + 1)];
  return slash > 0 && name.startsWith(".") ? `${owner}/${owner}${name}` : component;
}

/** A component as Android writes it where it writes it short (AOSP: ComponentName.flattenToShortString). */
export function short(component: string): string {
  const slash = component.indexOf("/");
  const [owner, name] = [component.slice(0, slash), component.slice(slash + 1)];
  return name.startsWith(`${owner}.`) ? `${owner}/${name.slice(owner.length)}` : component;
}
