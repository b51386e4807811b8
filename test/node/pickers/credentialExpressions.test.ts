import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { pagerDutyServer } from '../pagerDutyServer';
import { pickerContext } from './loadOptionsHost';

const { listSearch, loadOptions } = new PagerDuty().methods;
type Picker = (this: ILoadOptionsFunctions) => Promise<unknown>;
const pickers: Record<string, Picker> = { ...listSearch, ...loadOptions };
const context = (apiToken: string) => pickerContext({ pagerDutyTokenApi: { region: 'us', apiToken } });

describe.each(Object.entries(pickers))(
	'The list %s, with a credential made of an expression',
	(_, picker) => {
		it.each(['={{ $json.key }}', '={{ $json.client.key }}', '={{ $("Items").item.json.key }}'])(
			'says that there is no item for it: %s',
			async (apiToken) => {
				const requests = pagerDutyServer(() => ({ body: {} }));
				await expect(picker.call(context(apiToken))).rejects.toThrow(
					'The PagerDuty credential has an expression that needs an item, and there is none here',
				);
				expect(requests).toEqual([]);
			},
		);

		it('refuses a key that an expression left empty, before anything is sent', async () => {
			const requests = pagerDutyServer(() => ({ body: {} }));
			await expect(picker.call(context('={{ undefined }}'))).rejects.toThrow(
				'The API Key of the PagerDuty credential is empty',
			);
			expect(requests).toEqual([]);
		});
	},
);
