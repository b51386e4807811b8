import { isOfWorkflow, workflowIn } from '../../api/workflowMark';
import type { DesiredSubscription } from '../form/scope';
import { listSubscriptions, type Subscription } from './api';
import { hasFilter } from './match';
import type { Session } from './plan';

/** PagerDuty's code for a limit of the product. Source: https://developer.pagerduty.com/docs/errors */
const limitReached = 2019;

/** More names than this are only counted: PagerDuty raises the limit for some accounts. */
const named = 20;

/** An error of PagerDuty's that carries its code, as `api/errors.ts` makes it. */
const isLimit = (error: unknown): error is Error & { description?: string | null } =>
	error instanceof Error && 'context' in error && Object(error.context).pagerDutyCode === limitReached;

/**
 * Says whose subscriptions take up all that PagerDuty allows, and what helps.
 * Source: https://support.pagerduty.com/main/docs/webhooks (10 for each service, each team and the account)
 *
 * @returns the same error, with another description if it is about that limit
 */
export async function explainLimit(
	session: Session,
	desired: DesiredSubscription,
	error: unknown,
): Promise<unknown> {
	if (!isLimit(error)) return error;
	const listed = await listSubscriptions(session.api).catch(() => []);
	const rivals = listed.filter((each) => hasFilter(desired, each));
	const byWorkflows = rivals.filter(({ description }) => isOfWorkflow(description));
	const others = rivals.filter(({ description }) => !isOfWorkflow(description));
	const parts = [
		...(byWorkflows.length > 0 ? [`${byWorkflows.length} of n8n workflows (${names(byWorkflows)})`] : []),
		...(others.length > 0 ? [`${others.length} of others (${names(others)})`] : []),
	];
	error.description = [
		'PagerDuty allows 10 webhook subscriptions for the whole account, 10 for each service, and 10 for each team.',
		...(parts.length > 0 ? [`In use for ${placeOf(desired)}: ${parts.join(' and ')}.`] : []),
		'Use one PagerDuty Trigger that calls the other workflows with Execute Sub-workflow, choose another "Scope" (services or teams), or delete what nobody needs in PagerDuty (Integrations > Generic Webhooks).',
	].join(' ');
	return error;
}

function names(subscriptions: readonly Subscription[]): string {
	const counts = new Map<string, number>();
	for (const { description } of subscriptions) {
		const name = workflowIn(description ?? '') || 'without a description';
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const all = [...counts].map(([name, count]) => (count > 1 ? `${count} × ${name}` : name));
	const rest = all.length - named;
	return [...all.slice(0, named), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function placeOf({ filter: { type, id } }: DesiredSubscription): string {
	if (type === 'account_reference') return 'the whole account';
	return `${type === 'team_reference' ? 'team' : 'service'} ${id}`;
}
