/** A clock for halls of tests by which it is about noon, so that no day ends meanwhile. */

/** The zone in which the moment so many minutes from now is in the hour of noon, and that moment plus so many more minutes, `HH:MM`. */
export function noon(ahead: number): { readonly zone: string; readonly at: (more?: number) => string } {
  const soon = new Date(Date.now() + ahead * 60_000);
  const hours = 12 - soon.getUTCHours();
  const zone = hours === 0 ? "Etc/GMT" : `Etc/GMT${hours > 0 ? "-" : "+"}${String(Math.abs(hours))}`;
  const two = (each: number): string => String(each).padStart(2, "0");
  return {
    zone,
    at: (more = 0) => {
      const minutes = 12 * 60 + soon.getUTCMinutes() + more;
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    },
  };
}
