import { createCatalog } from '../../src/catalog/catalog.ts';
import { loadKnowledge } from '../../src/catalog/load.ts';

/** The catalog of waybill's own rules. */
export const knowledge = await loadKnowledge();
export const catalog = createCatalog(knowledge);
