import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { authentication } from '../../../nodes/PagerDuty/fields/authentication';

/**
 * n8n's editor (`getAllNodeCredentialForAuthType`) puts into one list every credential whose displayOptions name the
 * field `authentication`, whatever value they ask for.
 */
it('the PagerDuty node offers the credentials that a choice of Authentication leads to, and no other', () => {
	const { credentials = [] } = new PagerDuty().description;
	const offered = credentials.filter(({ displayOptions }) => displayOptions?.show?.authentication);
	const choices = (authentication.options ?? []).map((option) => 'value' in option && [option.value]);
	expect(offered.map(({ displayOptions }) => displayOptions?.show?.authentication)).toEqual(choices);
});
