import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { isOutcomeUnknown, isRefused } from '../../../api/errors';
import { adviceIn, inWords } from '../../../api/nodeErrors';
import { field } from '../../../fields/field';

export const ifSomeFail = field({
	displayName: 'If Some Services Fail',
	name: 'ifSomeFail',
	type: 'options',
	options: [
		{
			name: 'Fail',
			value: 'error',
			description:
				'The item fails when all services were tried. The error names what was opened and what was not.',
		},
		{
			name: 'Output All',
			value: 'output',
			description: 'Each service has its item in the output: with its incident, or with an error',
		},
	],
	default: 'error',
	description:
		'What to do when an incident could be opened on some services only. Incidents that are open stay open; Retry On Fail, or a run with the same Correlation ID, opens what is missing. When all services fail, the item always fails.',
});

/** What became of one service. */
export interface Attempt {
	readonly serviceId: string;
	/** Missing where none could be opened. */
	readonly incident?: IDataObject;
	readonly error?: Error;
}

/**
 * Takes a step for a service. What fails is noted, so that the other services have theirs; but a key that PagerDuty did
 * not accept before is not shown to it again.
 *
 * @param earlier the attempts so far
 */
export async function attempt(
	before: Attempt,
	earlier: readonly Attempt[],
	step: () => Promise<Pick<Attempt, 'incident'>>,
): Promise<Attempt> {
	const refused = earlier.find(({ error }) => isRefused(error, '401'));
	if (refused) return { ...before, error: refused.error };
	try {
		return { ...before, ...(await step()) };
	} catch (error) {
		return { ...before, error: error instanceof Error ? error : new Error(String(error)) };
	}
}

/**
 * Has the item fail where services failed and its user wants that, and in any case where none has an incident, or nobody
 * knows what became of one.
 *
 * @throws NodeOperationError that says of each service what was opened, or why not; the error itself where all have the same
 */
export function demandAll(
	api: Api,
	attempts: readonly Attempt[],
	correlationId: string,
	ifSomeFail: 'error' | 'output' = 'error',
): void {
	const errors = attempts.flatMap(({ error }) => error ?? []);
	const unknown = errors.find(isOutcomeUnknown);
	const opened = attempts.filter(({ incident }) => incident !== undefined);
	const [first] = errors;
	if (!first || (ifSomeFail === 'output' && !unknown && opened.length > 0)) return;
	const isTheSame = (error: Error) => error.message === first.message && adviceIn(error) === adviceIn(first);
	if (opened.length === 0 && errors.every(isTheSame)) throw unknown ?? first;
	const all = new NodeOperationError(
		api.host.getNode(),
		opened.length === attempts.length
			? `All incidents are open, but notes that link them are missing: ${first.message}`
			: `${errors.length} of ${attempts.length} services failed: ${first.message}`,
		{ description: [...attempts.map(lineOf), again(correlationId)].join(' ') },
	);
	all.context.itemDetails = {
		correlation_id: correlationId,
		services: attempts.map(outcomeOf),
	};
	if (unknown) all.context.outcomeUnknown = true;
	throw all;
}

const again = (correlationId: string) =>
	`Retry On Fail, or a run with the Correlation ID ${correlationId}, opens only what is missing.`;

const serviceName = ({ serviceId, incident }: Attempt): string =>
	String(Object(incident?.service).summary ?? serviceId);

function lineOf(attempt: Attempt): string {
	const { incident, error } = attempt;
	const place = incident && `#${String(incident.incident_number)} is open (${String(incident.html_url)})`;
	const trouble = error && inWords(error);
	return `${serviceName(attempt)}: ${[place, trouble].filter(Boolean).join(', but its note is missing: ').replace(/\.?$/, '.')}`;
}

const outcomeOf = ({ serviceId, incident, error }: Attempt): IDataObject => ({
	service_id: serviceId,
	...(incident
		? { id: incident.id, incident_number: incident.incident_number, html_url: incident.html_url }
		: {}),
	...(error ? { error: error.message } : {}),
});

/** A service as an item of the output. */
export const rowOf = ({ serviceId, incident, error }: Attempt, correlationId: string): IDataObject => ({
	correlation_id: correlationId,
	...(incident ?? { created: false, service: { id: serviceId, type: 'service_reference' } }),
	...(error ? { error: error.message, error_description: adviceIn(error) } : {}),
});
