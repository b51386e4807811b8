import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { acknowledge } from '../../nodes/PagerDuty/operations/incident/change/acknowledge';
import type { Sandbox } from '../../sandbox';
import { byId } from '../support/operations/desk';
import { Told, type Call } from './calls';

/** An ID as PagerDuty's, of nothing. */
const nobody = 'QNOSUCHID12345';

/** What a failed item says of itself. */
const wordsOf = ({ json: { error, details } }: INodeExecutionData) => ({
	message: String(error),
	description: String((details as IDataObject).description),
	isUnknown: (details as IDataObject).outcomeUnknown === true,
});

/** Acknowledges many incidents in one run. Each item must say what really became of its incident. */
const acknowledging = (title: string, count: number, bad: readonly string[] = []): Call => ({
	title: `many incidents: ${title}`,
	scopes: acknowledge.scopes,
	begin: async ({ desk, authentication }) => {
		const { sandbox } = desk;
		sandbox.reset('empty');
		const ids = [...sandbox.addIncidents(count - bad.length).map(({ id }) => id), ...bad];
		const items = ids.map((id) => ({ id }));
		const parameters = { authentication, incidentId: byId('={{ $json.id }}') };
		return async () => {
			const { items: given, errors } = await desk.run('incident:acknowledge', parameters, {
				items,
				onError: 'continueErrorOutput',
			});
			expect([...given, ...errors]).toHaveLength(count);
			for (const { json } of given) expect(statusOf(sandbox, json.id)).toBe('acknowledged');
			const failed = errors.filter(({ json }) => !bad.includes(String(json.id)));
			for (const item of failed)
				if (!wordsOf(item).isUnknown) expect(statusOf(sandbox, item.json.id)).toBe('triggered');
			const [words] = failed.map(wordsOf);
			if (!words) return;
			expect(failed.map(wordsOf)).toEqual(Array<unknown>(count - bad.length).fill(words));
			throw new Told(words.message, words.description, failed.length);
		};
	},
});

const statusOf = (sandbox: Sandbox, id: unknown) => sandbox.incident(String(id))?.status;

/** Changes that share requests, as far as PagerDuty lets them. */
export const bulkCalls: readonly Call[] = [
	acknowledging('acknowledge, all in one request', 40),
	{
		...acknowledging('acknowledge, one of which does not exist', 20, [nobody]),
		request: { line: 'PUT /incidents' },
		isRefused: true,
	},
];
