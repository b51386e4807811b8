import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Secrets by what people call them. */
export type Secrets = Readonly<Record<string, string>>;

/** The ways in which a secret may be written down. */
function disguises(secret: string): string[] {
	const bytes = Buffer.from(secret);
	return [
		secret,
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		bytes.toString('hex'),
		...[0, 1, 2].map((before) => inBase64(bytes, before)),
	];
}

/** What base64 of a longer text has of the secret, which begins so many bytes after a multiple of three. */
function inBase64(secret: Buffer, before: number): string {
	const text = Buffer.concat([Buffer.alloc(before), secret]).toString('base64');
	return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + secret.length) * 8) / 6));
}

const holds = (where: Buffer, secret: string) =>
	disguises(secret).some((disguise) => where.includes(disguise));

/** Everything that n8n has written, by file; the packages that are installed in it left out. */
export function filesOf(userFolder: string): Map<string, Buffer> {
	const names = readdirSync(userFolder, { recursive: true }).map(String);
	const files = names.filter(
		(name) => !name.includes('node_modules') && statSync(join(userFolder, name)).isFile(),
	);
	return new Map(files.map((name) => [name, readFileSync(join(userFolder, name))]));
}

/** Where secrets stand: `API key in n8n.log`. */
export const traces = (places: ReadonlyMap<string, Buffer>, secrets: Secrets): string[] =>
	[...places].flatMap(([place, content]) =>
		Object.entries(secrets).flatMap(([name, secret]) =>
			holds(content, secret) ? [`${name} in ${place}`] : [],
		),
	);

/** In which columns of n8n's database a secret stands: `workflow_entity.staticData`. */
export function columnsWith(userFolder: string, secret: string): string[] {
	const database = new DatabaseSync(join(userFolder, '.n8n', 'database.sqlite'), { readOnly: true });
	const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
	const found = tables.flatMap(({ name }) =>
		database
			.prepare(`SELECT * FROM "${String(name)}"`)
			.all()
			.flatMap((row) => Object.entries(row))
			.filter(([, value]) => holds(Buffer.from(String(value)), secret))
			.map(([column]) => `${String(name)}.${column}`),
	);
	database.close();
	return [...new Set(found)];
}
