"""What the workbench costs, measured beside the programs people use today. Run by hand, never as timed tests."""
