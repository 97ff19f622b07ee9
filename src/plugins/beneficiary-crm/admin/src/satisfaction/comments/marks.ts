export interface Piece {
  part: string;
  marked: boolean;
}

/** A text in pieces, those that are to be seen apart; together they are the text as it was. */
export function cutAt(text: string, marks: readonly string[]): Piece[] {
  const wanted = marks.filter((mark) => mark !== '').sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const mark = wanted.find((one) => text.startsWith(one, at));
    if (mark === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) pieces.push({ part: plain, marked: false });
    plain = '';
    pieces.push({ part: mark, marked: true });
    at += mark.length;
  }
  return plain ? [...pieces, { part: plain, marked: false }] : pieces;
}
