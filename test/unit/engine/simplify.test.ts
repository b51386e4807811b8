import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../../nodes/PagerDuty/engine/simplify';
import { logEntry } from '../../../nodes/PagerDuty/operations/logEntry';
import { incidentNote } from '../../../nodes/PagerDuty/operations/incidentNote';
import { dice, pick, type Roll } from '../../support/dice';

describe('Simplify', () => {
	it('keeps the named properties in their order and drops the rest', () => {
		const simple = simplify({ c: 3, b: null, a: 1, self: 'x' }, ['a', 'b', 'missing', 'c']);
		expect(Object.entries(simple)).toEqual([
			['a', 1],
			['b', null],
			['c', 3],
		]);
	});

	it('keeps of the parts of a result what their own operations keep', () => {
		const note = { id: 'N1', content: 'Looking', self: 'x', type: 'note' };
		const context = { notes: [note], service: { id: 'P1', status: 'active', self: 'x' }, past: null };
		const parts = { notes: ['id', 'content'], service: ['status'], past: ['id'] };
		expect(simplify(context, ['notes', 'service', 'past'], parts)).toEqual({
			notes: [{ id: 'N1', content: 'Looking' }],
			service: { status: 'active' },
			past: null,
		});
	});

	it('shortens references to what names them', () => {
		const service = {
			id: 'P1',
			type: 'service_reference',
			summary: 'Mail',
			self: 'x',
			html_url: 'y',
			name: 'z',
		};
		expect(simplify({ service }, ['service'])).toEqual({
			service: { id: 'P1', summary: 'Mail', html_url: 'y' },
		});
	});

	it('keeps included objects whole, without type and self, however deep', () => {
		const team = {
			id: 'P2',
			type: 'team',
			self: 'x',
			name: 'Post',
			parent: { id: 'P3', type: 'team_reference', self: 'x' },
		};
		expect(simplify({ teams: [team, 'text', null] }, ['teams'])).toEqual({
			teams: [{ id: 'P2', name: 'Post', parent: { id: 'P3' } }, 'text', null],
		});
	});

	it('leaves the original untouched', () => {
		const object = { service: { id: 'P1', type: 'service_reference', self: 'x' } };
		simplify(object, ['service']);
		expect(object).toEqual({ service: { id: 'P1', type: 'service_reference', self: 'x' } });
	});

	it('loses nothing of what an alert told: its keys are not those of PagerDuty', () => {
		const channel = {
			type: 'api',
			details: { type: 'disk_full', self: 'db-1', host: 'db-1' },
			notification: { type: 'email', address: 'maya@example.com' },
		};
		const agent = { id: 'P4', type: 'service_reference', summary: 'Mail', self: 'x', html_url: 'y' };
		const entry = { id: 'R1', type: 'trigger_log_entry', self: 'x', channel, agent };
		expect(simplify(entry, logEntry.simple)).toEqual({
			id: 'R1',
			type: 'trigger_log_entry',
			agent: { id: 'P4', type: 'service_reference', summary: 'Mail', html_url: 'y' },
			channel,
		});
	});

	it.each(['user', 'user_reference', 'bot_user_reference'])(
		'says what kind of author a note has: %s',
		(type) => {
			const user = { id: 'P5', type, summary: 'Maya', html_url: 'y' };
			const channel = { type: 'note', summary: 'The PagerDuty website or APIs' };
			const note = { id: 'N1', content: 'Looking', created_at: 'now', user, channel };
			expect(simplify(note, incidentNote.simple)).toEqual(note);
		},
	);

	it.each(['body', 'channel', 'contexts', 'custom_details', 'custom_fields', 'details', 'event_details'])(
		'gives %s back whole, whatever is in it and wherever it stands',
		(name) => {
			const roll = dice(20261125);
			for (let round = 0; round < 200; round++) {
				const foreign = anything(roll, 4);
				expect(simplify({ [name]: foreign }, [name])).toEqual({ [name]: foreign });
				const included = { id: 'P6', summary: 'Included', [name]: foreign };
				expect(simplify({ within: [included] }, ['within'])).toEqual({ within: [included] });
			}
		},
	);
});

/** Nested data with the keys that PagerDuty's own objects have, at every depth. */
function anything(roll: Roll, depth: number): IDataObject | IDataObject[] | string {
	if (depth === 0 || roll(5) === 0)
		return pick(roll, ['db-1', 'user_reference', 'https://api.pagerduty.com', '']);
	if (roll(4) === 0) return [0, 1].map(() => object());
	return object();

	function object(): IDataObject {
		const keys = ['id', 'type', 'self', 'host', 'html_url', 'summary', 'details', 'service'];
		const chosen = keys.filter(() => roll(3) > 0);
		const entries = chosen.map((key) => [key, anything(roll, depth - 1)] as const);
		const isLikeAReference = roll(2) === 0;
		return {
			...Object.fromEntries(entries),
			...(isLikeAReference ? { id: 'P7', type: 'disk_reference' } : {}),
		};
	}
}
