import type { ILoadOptionsFunctions } from 'n8n-workflow';

import '../../support/waits';
import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { PagerDutyPollingTrigger } from '../../../nodes/PagerDuty/PagerDutyPollingTrigger.node';
import { PagerDutyTrigger } from '../../../nodes/PagerDuty/PagerDutyTrigger.node';
import { pickerContext } from '../pickers/loadOptionsHost';
import { connection, expectToStay, token, words, type Sender } from './redirecting';

type Picker = (this: ILoadOptionsFunctions) => Promise<unknown>;

/** Every list that a field of any node asks PagerDuty for. */
const pickers: Record<string, Picker> = {
	...new PagerDuty().methods.listSearch,
	...new PagerDuty().methods.loadOptions,
	...new PagerDutyTrigger().methods.loadOptions,
	...new PagerDutyPollingTrigger().methods.loadOptions,
};

expectToStay(
	Object.fromEntries(
		Object.entries(pickers).flatMap(([name, picker]): Array<[string, Sender]> => [
			[`${name} with an API key`, async (url) => await words(picker.call(pickerContext(token(url))))],
			[
				`${name} with an OAuth connection`,
				async (url) => await words(picker.call(pickerContext(connection(url)))),
			],
		]),
	),
);
