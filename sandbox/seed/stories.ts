import type { Urgency } from '../world/entities';

/** One incident of the past. Times after the start are in minutes; without `resolvedAfter` it is still open. */
export interface Story {
	hoursAgo: number;
	service: string;
	title: string;
	urgency: Urgency;
	priority?: string;
	acknowledgedAfter?: number;
	resolvedAfter?: number;
	resolution?: string;
	notes?: string[];
	details?: string;
}

import { olderStories } from './olderStories';

/** The last days: some are still open. */
const recentStories: Story[] = [
	{
		hoursAgo: 0.4,
		service: 'Checkout API',
		title: 'Checkout latency above 2 s (p95)',
		urgency: 'high',
		priority: 'P2',
		details: 'p95 latency 2.4 s for 10 minutes. Dashboard: Checkout / Latency.',
	},
	{
		hoursAgo: 1.5,
		service: 'Order Fulfilment',
		title: 'Packing station queue is not draining',
		urgency: 'high',
		priority: 'P3',
		acknowledgedAfter: 6,
		notes: ['Station 4 restarted, queue still at 310 orders.'],
		details: 'Queue length 280, threshold 50.',
	},
	{
		hoursAgo: 3,
		service: 'Data Pipeline',
		title: 'Nightly load is 90 minutes late',
		urgency: 'low',
		priority: 'P4',
	},
	{
		hoursAgo: 7,
		service: 'Payments Gateway',
		title: 'Card authorisations failing with 3-D Secure',
		urgency: 'high',
		priority: 'P1',
		acknowledgedAfter: 3,
		notes: [
			'Provider confirms a problem on their side.',
			'Routing half of the traffic to the second provider.',
		],
		details: 'Failure rate 18 % over 5 minutes.',
	},
	{
		hoursAgo: 11,
		service: 'Warehouse Sync',
		title: 'Stock feed from Rotterdam is stale',
		urgency: 'low',
		priority: 'P4',
		acknowledgedAfter: 35,
	},
	{
		hoursAgo: 20,
		service: 'Checkout API',
		title: 'Error rate above 2 % on POST /basket',
		urgency: 'high',
		priority: 'P2',
		acknowledgedAfter: 4,
		resolvedAfter: 48,
		resolution: 'Rolled back release 2026.31.2',
		notes: ['Started right after the last release.'],
		details: 'HTTP 500 on 2.7 % of requests.',
	},
	{
		hoursAgo: 26,
		service: 'Customer Portal',
		title: 'Search results page returns 502',
		urgency: 'high',
		priority: 'P2',
		acknowledgedAfter: 5,
		resolvedAfter: 37,
		resolution: 'Search cluster restarted',
	},
	{
		hoursAgo: 33,
		service: 'Checkout API',
		title: 'Database connections exhausted',
		urgency: 'high',
		priority: 'P2',
		acknowledgedAfter: 2,
		resolvedAfter: 64,
		resolution: 'Raised the pool size, leak fixed in the next release',
		notes: ['All 200 connections in use.', 'Found a connection leak in the voucher code.'],
		details: 'Connection pool at 100 % for 3 minutes.',
	},
	{
		hoursAgo: 41,
		service: 'Warehouse Sync',
		title: 'Import job exceeded its time limit',
		urgency: 'low',
		acknowledgedAfter: 55,
		resolvedAfter: 130,
		resolution: 'Ran it again by hand',
	},
	{
		hoursAgo: 52,
		service: 'Identity & Login',
		title: 'Spike in failed sign-ins',
		urgency: 'high',
		priority: 'P3',
		acknowledgedAfter: 8,
		resolvedAfter: 75,
		resolution: 'Bot traffic blocked',
		notes: ['Mostly one network range.'],
		details: 'Failed sign-ins 12 times the usual rate.',
	},
	{
		hoursAgo: 60,
		service: 'Checkout API',
		title: 'Voucher service timing out',
		urgency: 'high',
		priority: 'P3',
		acknowledgedAfter: 6,
		resolvedAfter: 29,
		resolution: 'Recovered by itself',
	},
	{
		hoursAgo: 71,
		service: 'Data Pipeline',
		title: 'Consumer lag above one million events',
		urgency: 'low',
		priority: 'P4',
		acknowledgedAfter: 80,
		resolvedAfter: 260,
		resolution: 'Added two consumers',
	},
	{
		hoursAgo: 85,
		service: 'Payments Gateway',
		title: 'Refund webhook signature errors',
		urgency: 'high',
		priority: 'P3',
		acknowledgedAfter: 12,
		resolvedAfter: 95,
		resolution: 'Secret rotated on both sides',
		notes: ['The provider rotated its key a day early.'],
	},
	{
		hoursAgo: 96,
		service: 'Order Fulfilment',
		title: 'Label printer service unreachable',
		urgency: 'high',
		priority: 'P3',
		acknowledgedAfter: 4,
		resolvedAfter: 33,
		resolution: 'Network switch replaced',
	},
];

export const stories: Story[] = [...recentStories, ...olderStories];
