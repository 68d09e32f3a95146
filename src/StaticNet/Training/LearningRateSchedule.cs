namespace StaticNet;

/// <summary>Gives the learning rate of an epoch; called before the epoch begins.</summary>
/// <param name="epoch">The epoch, counted from 0.</param>
/// <param name="learningRate">The rate so far: in the first epoch the optimizer's, later what was given for the epoch before.</param>
/// <returns>The rate of the epoch, at least 0 and finite.</returns>
public delegate double LearningRateSchedule(int epoch, double learningRate);
