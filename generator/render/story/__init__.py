"""What a story page shows, part by part, ready for its template."""

from generator.render.story.view import StoryView, story_view

__all__ = ["StoryView", "story_view"]
