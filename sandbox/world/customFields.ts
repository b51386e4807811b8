/** A field that incidents of the account have besides PagerDuty's. */
export interface CustomField {
	id: string;
	name: string;
	displayName: string;
	description: string;
	dataType: 'string' | 'integer';
	fieldType: 'single_value' | 'single_value_fixed';
}
