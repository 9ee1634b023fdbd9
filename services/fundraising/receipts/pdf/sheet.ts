// A PDF that is written from top to bottom: A4, in points.
import PDFDocument from 'pdfkit';
import { penOf } from './pen.ts';

export const MARGIN = 56;
export const WIDTH = 595.28 - 2 * MARGIN;
const BOTTOM = 841.89 - MARGIN;
const LEADING = 1.4;

export interface Style {
  x?: number;
  width?: number;
  size?: number;
  isBold?: boolean;
  /** A line too long for the width ends in an ellipsis; else it goes on below. */
  isOneLine?: boolean;
  isRight?: boolean;
}

export interface Sheet {
  y: number;
  /** Writes at `y`; returns the height of what it wrote. */
  write(text: string, style?: Style): number;
  /** A line across the page. */
  rule(): void;
  /** Begins a page where less than `height` is left. */
  needs(height: number): void;
  end(): Promise<Buffer>;
}

/** `at` stands in the file as the time of its making: of the same content, every file is the same. */
export function newSheet({ title, at }: { title: string; at: string }): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: '', // else it begins with one that is not embedded
    lang: 'en',
    displayTitle: true,
    info: { Title: title, CreationDate: new Date(at) },
  });
  const pen = penOf(doc);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));

  return {
    y: MARGIN,
    write(text, { x = MARGIN, width = WIDTH, size = 10, isBold = false, isOneLine, isRight } = {}) {
      const face = { size, isBold };
      const lines = isOneLine ? [pen.shorten(text, width, face)] : pen.wrap(text, width, face);
      for (const [i, line] of lines.entries()) {
        const indent = isRight ? width - pen.widthOf(line, face) : 0;
        pen.draw(line, [x + indent, this.y + i * size * LEADING], face);
      }
      return lines.length * size * LEADING;
    },
    rule() {
      const right = MARGIN + WIDTH;
      doc.moveTo(MARGIN, this.y).lineTo(right, this.y).lineWidth(0.5).strokeColor('#999').stroke();
    },
    needs(height) {
      if (this.y + height <= BOTTOM) return;
      doc.addPage();
      this.y = MARGIN;
    },
    end: () =>
      new Promise((resolve, reject) => {
        doc.on('error', reject);
        doc.on('end', () => resolve(Buffer.concat(chunks)));
        doc.end();
      }),
  };
}
