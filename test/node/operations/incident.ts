/** An incident as PagerDuty shows it, shortened. */
export const incident = {
	id: 'Q1A2B3C4D5E6F7',
	type: 'incident',
	self: 'https://api.pagerduty.com/incidents/Q1A2B3C4D5E6F7',
	html_url: 'https://acme.pagerduty.com/incidents/Q1A2B3C4D5E6F7',
	incident_number: 42,
	title: 'The mail queue is growing',
	status: 'triggered',
	service: {
		id: 'PSERV01',
		type: 'service_reference',
		summary: 'Mail',
		self: 'https://api.pagerduty.com/services/PSERV01',
		html_url: 'https://acme.pagerduty.com/service-directory/PSERV01',
	},
	is_mergeable: true,
};

/** What `Simplify` makes of it. */
export const simple = {
	id: 'Q1A2B3C4D5E6F7',
	incident_number: 42,
	title: 'The mail queue is growing',
	status: 'triggered',
	service: {
		id: 'PSERV01',
		summary: 'Mail',
		html_url: 'https://acme.pagerduty.com/service-directory/PSERV01',
	},
	html_url: 'https://acme.pagerduty.com/incidents/Q1A2B3C4D5E6F7',
};
