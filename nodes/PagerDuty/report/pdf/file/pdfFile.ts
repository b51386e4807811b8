import { dictionary, number, reference } from './values';

/** The second line tells programs that move files that this one is not text. */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

/** The objects of a PDF, numbered from 1, and where each of them begins: ISO 32000-1, 7.5. */
export class PdfFile {
	private readonly objects: string[] = [];

	/** @returns the number of an object that is written later, with {@link write} */
	reserve(): number {
		return this.objects.push('null');
	}

	write(object: number, value: string): void {
		this.objects[object - 1] = value;
	}

	/** @returns the number of the new object */
	add(value: string): number {
		return this.objects.push(value);
	}

	/** @param data text of bytes */
	addStream(data: string): number {
		return this.add(`${dictionary({ Length: number(data.length) })}\nstream\n${data}\nendstream`);
	}

	/** The whole file. */
	bytes({ root, info }: { root: number; info: number }): Uint8Array {
		const parts = [HEADER];
		const offsets: number[] = [];
		let length = HEADER.length;
		this.objects.forEach((value, index) => {
			const part = `${index + 1} 0 obj\n${value}\nendobj\n`;
			offsets.push(length);
			length += part.length;
			parts.push(part);
		});
		parts.push(this.ending(offsets, length, dictionary(this.trailer(root, info))));
		return toBytes(parts.join(''));
	}

	private trailer(root: number, info: number) {
		return { Size: number(this.objects.length + 1), Root: reference(root), Info: reference(info) };
	}

	/** The table of objects has 20 bytes a line, wherever lines end with one or two. */
	private ending(offsets: readonly number[], start: number, trailer: string): string {
		const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
		const table = `xref\n0 ${lines.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
		return `${table}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`;
	}
}

function toBytes(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
	return bytes;
}
