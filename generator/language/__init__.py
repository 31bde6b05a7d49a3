"""What is known of languages: words, sentences, names across scripts, concepts, and the pipelines that read text."""
