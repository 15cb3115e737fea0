import { EvaluateClient } from './evaluate-client';
import { ModelClient } from './model-client';
import type { OpenClient } from './open-client';
import { ReleaseClient } from './release-client';

/** The workers that serve one opened table, joined to each other. Ended together when another is opened. */
export class Workshop {
  readonly open: OpenClient;
  readonly model: ModelClient;
  readonly evaluate: EvaluateClient;
  readonly release: ReleaseClient;

  constructor(open: OpenClient) {
    this.open = open;
    this.model = new ModelClient(open, (fault) => {
      this.release.end(fault);
      this.evaluate.end(fault);
    });
    this.evaluate = new EvaluateClient(open, this.model);
    this.release = new ReleaseClient(this.model);
  }

  end(): void {
    this.release.end();
    this.evaluate.end();
    this.model.end();
    this.open.end();
  }
}
