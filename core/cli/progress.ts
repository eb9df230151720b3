/** One line of progress on a terminal; silent where nobody looks (a pipe, a file, --json). */
export interface ProgressLine {
  show(label: string, done: number, total: number | null): void;
  end(): void;
}

const width = 24;

export function progressLine(quiet: boolean, locale: "ja" | "en"): ProgressLine {
  const stream = process.stderr;
  if (quiet || !stream.isTTY) return { show: () => {}, end: () => {} };
  const number = new Intl.NumberFormat(locale);
  let shownAt = 0;
  let shown = false;
  return {
    show: (label, done, total) => {
      const now = performance.now();
      if (now - shownAt < 80 && done !== total) return;
      shownAt = now;
      shown = true;
      const share = total ? Math.min(1, done / total) : 0;
      const bar = total ? `${"█".repeat(Math.round(share * width)).padEnd(width, "░")} ` : "";
      const count = total ? `${number.format(done)}/${number.format(total)}` : number.format(done);
      stream.write(`\r\u001b[K${label} ${bar}${count}`);
    },
    end: () => {
      if (shown) stream.write("\r\u001b[K");
      shown = false;
    },
  };
}
