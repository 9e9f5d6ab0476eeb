// Checks each Job of a file by Kubernetes' schema, and says it once more as TypeScript.
import { readFileSync } from 'node:fs';
import yaml from 'js-yaml';
import { Job } from 'kubernetes-models/batch/v1';

console.log('import type { IJob } from "kubernetes-models/batch/v1";');
yaml.loadAll(readFileSync(process.argv[2], 'utf8')).forEach((object, number) => {
  new Job(object).validate();
  console.log(`export const job${number}: IJob = ${JSON.stringify(object, null, 1)};`);
});
