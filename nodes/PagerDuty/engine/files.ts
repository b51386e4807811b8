import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** A file that an operation made. */
export interface OutputFile {
	/** Without a path: `report.html`. */
	readonly fileName: string;
	readonly mimeType: string;
	/** Text is written in UTF-8. */
	readonly content: string | Uint8Array;
}

/** Files lie beside the objects of a result, not in them: what keeps and simplifies objects need not know of any. */
const files = new WeakMap<IDataObject, Readonly<Record<string, OutputFile>>>();
const stored = new WeakMap<IDataObject, IBinaryKeyData>();

/**
 * Adds files to an object that an operation gives; its item then has them as binary data.
 *
 * @param made by the names of the binary properties: `{ html: … }`
 */
export function withFiles(object: IDataObject, made: Readonly<Record<string, OutputFile>>): IDataObject {
	files.set(object, made);
	return object;
}

/** Hands the files of some objects to n8n, which keeps them in memory, on disk or in a bucket, as it is set up. @returns the objects */
export async function storeFiles(host: IExecuteFunctions, objects: IDataObject[]): Promise<IDataObject[]> {
	for (const object of objects) {
		const made = Object.entries(files.get(object) ?? {});
		if (made.length === 0) continue;
		const kept: IBinaryKeyData = {};
		for (const [name, { content, fileName, mimeType }] of made)
			kept[name] = await host.helpers.prepareBinaryData(Buffer.from(content), fileName, mimeType);
		stored.set(object, kept);
		files.delete(object);
	}
	return objects;
}

/** The binary data of an item: none where its object has no files. */
export const binaryOf = (object: IDataObject): { readonly binary?: IBinaryKeyData } => {
	const binary = stored.get(object);
	return binary === undefined ? {} : { binary };
};
