import { describe, expect, it } from 'vitest';
import { minimal } from '../../src/catalog/literals.ts';
import { catalog, knowledge } from './own.ts';

const found = (text: string) => catalog.literals.some((literal) => text.toLowerCase().includes(literal));

describe('the literals', () => {
  it('are lower-case ASCII of at least three characters', () => {
    expect(catalog.literals.filter((literal) => !/^[!-~ ]{3,}$/.test(literal) || literal !== literal.toLowerCase())).toEqual([]);
  });

  it('are a minimal, sorted set', () => {
    expect(minimal(['qwen2', 'Qwen', 'ab', 'é-qwé', 'kimi'])).toEqual(['kimi', 'qwen']);
    expect(catalog.literals).toEqual(minimal(catalog.literals));
  });

  it('find every host, package, variable and derivative of the catalog', () => {
    const hosts = knowledge.vendors.flatMap((vendor) =>
      vendor.hosts.filter(({ purpose }) => purpose !== 'not-a-model').map(({ host }) => host),
    );
    const packages = knowledge.vendors.flatMap((vendor) =>
      vendor.packages.flatMap(({ name, imports = [], shared }) => (shared ? imports : [name, ...imports])),
    );
    const variables = knowledge.vendors.flatMap((vendor) => vendor.variables.map(({ name }) => name.replaceAll('*', '')));
    const derivatives = knowledge.derivatives.filter(({ not }) => !not).map(({ name }) => name.replace(/\*$|^[a-z-]+:/g, ''));
    expect([...hosts, ...packages, ...variables, ...derivatives].filter((text) => !found(text))).toEqual([]);
  });

  it('find every example of every name', () => {
    const hits = knowledge.vendors.flatMap((vendor) =>
      vendor.families.flatMap(({ patterns }) => patterns.filter(({ needs }) => !needs).flatMap((pattern) => pattern.hits)),
    );
    expect(hits.filter((name) => !found(name))).toEqual([]);
  });

  it('find libraries of many vendors only where packages are listed, but images everywhere', () => {
    const packages = knowledge.libraries.flatMap((library) => library.packages);
    const others = packages.filter(({ ecosystem }) => ecosystem !== 'oci').map(({ name }) => name.replace(/^.*:/, ''));
    const inLists = (text: string) => catalog.libraryLiterals.some((literal) => text.toLowerCase().includes(literal));
    expect(others.filter((name) => !inLists(`"${name}"`))).toEqual([]);
    expect(packages.filter(({ ecosystem, name }) => ecosystem === 'oci' && !found(name))).toEqual([]);
    expect(found('import openai, litellm')).toBe(false);
  });

  it.each(['DASH_SCOPE_API_KEY', 'DEEP_SEEK_API_KEY', 'MINI_MAX_API_KEY'])('find %s, whose vendor is written in halves', (name) => {
    expect(found(`getenv("${name}")`)).toBe(true);
    expect(catalog.variable(name)?.kind).toBe('api-key');
  });

  it.each([
    'import numpy as np',
    'a wide area network',
    'x.gte(5) and y.lte(6)',
    'https://mirrors.aliyun.com/pypi',
    'string-1 spring-3 mimosa',
    'a dashboard of deep learning, mini-max_depth and moon-shots',
  ])('leave %j alone', (text) => {
    expect(found(text)).toBe(false);
  });
});
