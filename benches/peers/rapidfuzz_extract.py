"""RapidFuzz: every segment is compared, by `process.extract` with the Levenshtein similarity, in one thread."""

import time

import rapidfuzz
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

import common


def main():
    wanted = common.settings(__doc__)
    before = common.resident()
    begun = time.process_time()
    texts = common.corpus(wanted)
    wanted.segments = len(texts)
    build_seconds = time.process_time() - begun
    memory = common.resident() - before

    def find(question):
        hits = process.extract(
            question,
            texts,
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            limit=common.LIMIT,
            score_cutoff=common.FLOOR,
        )
        return [line for _, _, line in hits]

    note = f"rapidfuzz {rapidfuzz.__version__}"
    common.measure(wanted, "rapidfuzz", find, common.questions(wanted), memory, build_seconds, note)


if __name__ == "__main__":
    main()
