/** What `Simplify` keeps of a service. */
export const simpleService = [
	'id',
	'name',
	'description',
	'status',
	'created_at',
	'last_incident_timestamp',
	'escalation_policy',
	'teams',
	'integrations',
	'alert_creation',
	'auto_resolve_timeout',
	'acknowledgement_timeout',
	'html_url',
] as const;
