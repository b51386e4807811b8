import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

/** The POSTs that only read: analytics, a schedule's preview, a template's rendering. */
const readingPosts = [
	/\/analytics\/(?:metrics|raw)\/[\w/]+$/,
	/\/schedules\/preview$/,
	/\/templates\/[\w-]+\/render$/,
];

/** Whether a request changes nothing in PagerDuty. @param path as PagerDuty's server reads it: without `..` and query */
export const onlyReads = (method: string, path: string): boolean =>
	['GET', 'HEAD'].includes(method) || (method === 'POST' && readingPosts.some((each) => each.test(path)));

/** Whether a credential lets nodes change something. What is neither of its choices, such as an expression gives, does not. */
export const mayWrite = ({ access }: ICredentialDataDecryptedObject): boolean =>
	access === undefined || access === 'readWrite';

/** @param name what people call the credential, where that is known */
export const readOnlyError = (name?: string) =>
	new UserError(
		`The credential${name === undefined ? '' : ` "${name}"`} is read-only, and this would change something in PagerDuty`,
		{
			description:
				'Nothing was sent. If this workflow should change PagerDuty, whoever owns the credential can set its Access to "Read and Write".',
		},
	);
