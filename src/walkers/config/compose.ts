// Docker Compose: environments, commands and images of services, and the models that it pulls and binds to them.
import { at, entriesOf, get, itemsOf, stringOf } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';
import { readMount } from './mount.ts';
import { sightEdge } from './sight.ts';
import { structured } from './structured.ts';
import { END } from './suffix.ts';

export const compose = structured({
  name: 'compose',
  reads: 'Docker Compose files: environment, command, image, models',
  files: new RegExp(String.raw`(?:^|/)(?:[\w.-]{0,60}compose[\w.-]{0,60}|docker-stack[\w.-]{0,40})\.ya?ml${END}`, 'i'),
  signals: ['services', 'models:', 'x-env'],
  gate: 'always',
  isNone: isLabel,
  extra(reading, root, spot) {
    for (const { key, value } of entriesOf(get(root, 'models'))) {
      const model = stringOf(get(value, 'model'));
      if (model)
        sightEdge(
          reading,
          model,
          { ...spot, route: ['models', key.value, 'model'] },
          { from: key.value, relation: 'alias', to: model.value.trim() },
        );
    }
    for (const { key: service, value } of entriesOf(get(root, 'services'))) {
      for (const volume of itemsOf(get(value, 'volumes'))) {
        const mount = stringOf(volume);
        if (mount) readMount(reading, mount, { ...spot, route: ['services', service.value, 'volumes'] });
      }
      for (const { key, value: binding } of entriesOf(get(value, 'models'))) {
        const variable = stringOf(get(binding, 'model_var'));
        const model = stringOf(at(root, 'models', key.value, 'model'));
        const route = ['services', service.value, 'models', key.value, 'model_var'];
        if (variable && model)
          sightEdge(reading, variable, { ...spot, route }, { from: `env:${variable.value}`, relation: 'alias', to: model.value.trim() });
      }
    }
  },
});

/** What the file calls the model that an entry of `models` names, there and where a service binds it. */
function isLabel(seen: Sighting): boolean {
  if (seen.kind !== 'model') return false;
  const { route } = seen.evidence;
  return route.at(-2) === 'models' && (route.length === 2 || (route.length === 4 && route[0] === 'services'));
}
