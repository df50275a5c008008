/** Other tests keep the processors busy meanwhile, so what is waited for may take a while. */
import { configure } from '@testing-library/preact';

configure({ asyncUtilTimeout: 20_000 });
