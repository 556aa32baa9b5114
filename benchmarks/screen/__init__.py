"""What the screen costs: keys, first picture, memory."""
