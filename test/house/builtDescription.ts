import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { inspect } from 'node:util';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { BuiltPackage } from './builtPackage';
import type { Text } from './lint';

/**
 * Every node and credential of the package as if somebody had written its description down by hand. n8n's rules
 * read literals only, so they cannot see a form that is made by a function; in this text they see all of it.
 */
export const describeBuilt = (built: BuiltPackage): Text[] =>
	loadBuilt(built).map(({ path, className, type }) => ({
		filePath: path.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
		code: path.endsWith('.node.js') ? asNode(className, type) : asCredential(className, type),
	}));

/** An object of every class that n8n loads from the package. */
export function loadBuilt({
	folder,
	description,
}: BuiltPackage): Array<{ path: string; className: string; type: object }> {
	const load = createRequire(join(folder, 'package.json'));
	return [...description.n8n.nodes, ...description.n8n.credentials].map((path) => {
		const className = basename(path).replace(/\.(node|credentials)\.js$/, '');
		const loaded: Record<string, new () => object> = load(join(folder, path));
		const Type = loaded[className];
		if (!Type) throw new Error(`${path} does not export ${className}, the name that n8n looks for.`);
		return { path, className, type: new Type() };
	});
}

function asNode(className: string, node: object) {
	return [
		"import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';",
		`export class ${className} implements INodeType {`,
		// Rules want the constant's name, of which the built description has only the value.
		`description: INodeTypeDescription = ${literal(outsideOfTools(Reflect.get(node, 'description')))};`.replace(
			/(\b(?:inputs|outputs): \[\s*)'main'/g,
			'$1NodeConnectionTypes.Main',
		),
		// What is not description, but what rules ask for where there is a webhook or a credential test.
		...('webhookMethods' in node || onlyResumes(node)
			? ['webhookMethods = { default: { async checkExists() {}, async create() {}, async delete() {} } };']
			: []),
		...('methods' in node ? [`methods = ${literal(Reflect.get(node, 'methods'))};`] : []),
		'}',
	].join('\n');
}

/** n8n's rules know no other defaults in tools: there, a field is what it is elsewhere but for its default. */
const outsideOfTools = (description: INodeTypeDescription): INodeTypeDescription => ({
	...description,
	properties: description.properties.filter(
		({ displayOptions }) => !displayOptions?.show?.['@tool']?.includes(true),
	),
});

/** A webhook that resumes an execution is registered nowhere. n8n's own nodes name a constant there, and the rule looks away. */
const onlyResumes = (node: object) => {
	const { webhooks = [] }: INodeTypeDescription = Reflect.get(node, 'description');
	return webhooks.length > 0 && webhooks.every(({ restartWebhook }) => restartWebhook);
};

function asCredential(className: string, credential: object) {
	return [
		"import type { ICredentialType, INodeProperties } from 'n8n-workflow';",
		`export class ${className} implements ICredentialType {`,
		...Object.entries(credential).map(([name, value]) =>
			name === 'properties'
				? `properties: INodeProperties[] = ${literal(value)};`
				: `${name} = ${literal(value)};`,
		),
		'}',
	].join('\n');
}

/** As source text, one property a line, with nothing left out. A function becomes an empty one. */
const literal = (value: unknown) =>
	inspect(value, {
		depth: null,
		maxArrayLength: null,
		maxStringLength: null,
		breakLength: Infinity,
		compact: false,
	}).replace(/\[(?:Async)?Function(?:: [^\]]+| \(anonymous\))\]/g, '() => {}');
