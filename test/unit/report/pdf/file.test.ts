import { pdf } from '../../../../nodes/PagerDuty/report/pdf';
import { monthlyReport } from '../../../support/reports/monthly';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const a4 = (more = {}) => latin1(pdf(monthlyReport, { paper: 'a4', ...more }));

describe('the file of a report', () => {
	it('is the same, byte for byte, for the same report', () => {
		expect(a4()).toBe(a4());
	});

	it('says when it was made if it is told so, and nothing else of the machine', () => {
		const created = new Date('2026-11-01T06:00:00.123Z');

		expect(a4({ created })).toContain('/CreationDate (D:20261101060000Z)');
		expect(a4()).not.toContain('Date');
	});

	it('says that it is in English, so that screen readers speak it so', () => {
		expect(a4()).toContain('/Lang (en)');
	});

	it('has each object where its table says', () => {
		const text = a4();
		const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
		const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));

		expect(text.slice(start)).toMatch(/^xref\n0 \d+\n0{10} 65535 f \n/);
		expect(offsets.length).toBeGreaterThan(10);
		offsets.forEach((offset, at) => expect(text.slice(offset)).toMatch(new RegExp(`^${at + 1} 0 obj\n`)));
	});

	it('gives the length of each stream', () => {
		const text = a4();
		const streams = [...text.matchAll(/\/Length (\d+)[^>]*>>\nstream\n/g)];

		expect(streams.length).toBeGreaterThanOrEqual(4);
		for (const { index, 0: head, 1: length } of streams) {
			expect(text.slice(index + head.length + Number(length))).toMatch(/^\nendstream\nendobj\n/);
		}
	});

	it('holds no program, no file, and asks for nothing from outside', () => {
		expect(a4()).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|SubmitForm|GoToR)\b/);
		expect(a4()).not.toContain('logo.png');
	});
});
