import type { Block } from '../../document';
import type { Box } from '../page/box';
import { bars } from './bars';
import { columns } from './columns';
import { facts } from './facts';
import { table } from './table';
import { chapter, paragraph } from './text';

/** A block of a report as boxes of a width (in points). */
export function boxesOf(block: Block, width: number): Box[] {
	switch (block.kind) {
		case 'heading':
			return chapter(block.text, width);
		case 'paragraph':
			return paragraph(block.text, width);
		case 'facts':
			return facts(block.facts, width);
		case 'bars':
			return bars(block.title, block.bars, width);
		case 'columns':
			return columns(block.title, block.bars, width);
		case 'table':
			return table(block, width);
	}
}
