import { shorten } from '../../../nodes/PagerDuty/engine/input/limits';

const limit = { max: 10, suffix: ({ more }: Readonly<Record<string, unknown>>) => String(more ?? '') };

it('A text leaves room for what stands behind it', () => {
	expect(shorten('123456789', limit, { more: '!' })).toBeUndefined();
	expect(shorten('1234567890', limit, {})).toBeUndefined();
	expect(shorten('1234567890', limit, { more: ' !' })).toBe('1234567…');
});
