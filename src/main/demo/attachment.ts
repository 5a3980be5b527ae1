/** Files the demo's entrants add, made from what `db/demo` says: a sheet of figures, or a PDF set in a typewriter's letters. */
import type { DemoFile } from '../../../db/demo/shape.ts';

const line = 15;
const [top, left] = [770, 72];

/** In the encoding the letters of a PDF have: Latin 1, with the three signs that are special in a string escaped. */
function literal(text: string): string {
  return `(${text.replaceAll(/[\\()]/g, String.raw`\$&`)})`;
}

function pageContent(heading: string, lines: readonly string[]): string {
  const title = `BT /F2 15 Tf ${left} ${top} Td ${literal(heading)} Tj ET`;
  const rows = lines.map((text) => `${literal(text)} Tj T*`).join('\n');
  return `${title}\nBT /F1 9.5 Tf ${line} TL ${left} ${top - 2 * line} Td\n${rows}\nET`;
}

/** A whole PDF 1.4: catalogue, pages, two built-in fonts, and the table that says where each object begins. */
function pdfOf(title: string, pages: readonly (readonly string[])[]): Buffer {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Courier'),
    font('Helvetica-Bold'),
    ...pages.flatMap((lines, i) => {
      const content = pageContent(i === 0 ? title : `${title}, ${i + 1}`, lines);
      const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> >>';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${6 + 2 * i} 0 R >>`,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ];
    }),
    `<< /Title ${literal(title)} >>`,
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

export function attachment(file: DemoFile): File {
  if (file.kind === 'pdf') return new File([new Uint8Array(pdfOf(file.title, file.pages))], file.name);
  const cell = (value: string | number) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return new File([file.rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')], file.name);
}
