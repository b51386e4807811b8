import type { IExecuteFunctions } from 'n8n-workflow';

import type { Input } from './input/read';
import type { ItemContext } from './itemContext';
import { answerLink } from './wait/link';
import { repeatKey } from './write/repeatKey';
import { stepsOnce } from './write/steps';

/** The context of an item with this input. */
export const contextOf = (
	host: IExecuteFunctions,
	item: number,
	{ uncut, controls }: Input,
): ItemContext => ({
	repeatKey: repeatKey(host, item),
	timeZone: host.getTimezone(),
	uncut,
	once: stepsOnce(),
	answerLink: (question, linkData) => {
		const { fromEmail: from } = controls;
		return answerLink(host, { ...linkData, question, ...(from === undefined ? {} : { from }) });
	},
});
