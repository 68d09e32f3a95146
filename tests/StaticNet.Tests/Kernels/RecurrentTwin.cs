namespace StaticNet.Tests.Kernels;

/// <summary>
/// A recurrence as Keras defines it, number by number in double precision, with all of its gradients: what kernels are compared with.
/// </summary>
internal sealed class RecurrentTwin
{
    private readonly string _cell;
    private readonly int _units;
    private readonly int _gates;
    private readonly Func<int, int, double> _kernel;
    private readonly Func<int, int, double> _recurrent;
    private readonly Func<int, int, double> _bias;
    private readonly (Func<double, double> Forward, Func<double, double> Slope) _activation;
    private readonly (Func<double, double> Forward, Func<double, double> Slope) _recurrentActivation;
    private readonly int _inputs;

    /// <param name="cell">LSTM, SimpleRNN, GRU, or GRUResetFirst.</param>
    /// <param name="inputs">The numbers of a step.</param>
    /// <param name="units">The size of the state.</param>
    /// <param name="kernel">The kernel by row and column.</param>
    /// <param name="recurrent">The recurrent kernel.</param>
    /// <param name="bias">The bias; its second row is for sums with the state.</param>
    /// <param name="activation">The activation and its slope, told from its result.</param>
    /// <param name="recurrentActivation">The recurrent activation likewise.</param>
    public RecurrentTwin(
        string cell, int inputs, int units, Func<int, int, double> kernel, Func<int, int, double> recurrent, Func<int, int, double> bias,
        (Func<double, double> Forward, Func<double, double> Slope) activation, (Func<double, double> Forward, Func<double, double> Slope) recurrentActivation)
    {
        (_cell, _inputs, _units, _kernel, _recurrent, _bias) = (cell, inputs, units, kernel, recurrent, bias);
        (_activation, _recurrentActivation) = (activation, recurrentActivation);
        _gates = GatesOf(cell);
        DKernel = new double[inputs, _gates * units];
        DRecurrent = new double[units, _gates * units];
        DBias = new double[2, _gates * units];
    }

    /// <summary>Gradients of the kernel, added up over samples.</summary>
    public double[,] DKernel { get; }

    /// <summary>Those of the recurrent kernel.</summary>
    public double[,] DRecurrent { get; }

    /// <summary>Those of the bias.</summary>
    public double[,] DBias { get; }

    /// <summary>The gates of a cell.</summary>
    public static int GatesOf(string cell) => cell == "LSTM" ? 4 : cell == "SimpleRNN" ? 1 : 3;

    /// <summary>Goes forward and back with one sample.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="x">The input by step and place.</param>
    /// <param name="counts">Whether a step counts.</param>
    /// <param name="backwards">Whether the walk begins at the last step.</param>
    /// <param name="dropout">What each number of the state is multiplied by before it meets the recurrent kernel.</param>
    /// <param name="dState">The gradient by the state after each step of the walk.</param>
    /// <returns>The states after each step of the walk, and the gradient by the input in the order of time.</returns>
    public (double[][] States, double[,] DInput) Run(
        int steps, Func<int, int, double> x, Func<int, bool> counts, bool backwards, Func<int, double> dropout, Func<int, int, double> dState)
    {
        var kept = new List<Step>();
        double[] h = new double[_units], c = new double[_units];
        for (int step = 0; step < steps; step++)
        {
            int time = backwards ? steps - 1 - step : step;
            var now = new Step(time, counts(time), h, c);
            kept.Add(now);
            if (now.Counts)
                (h, c) = Forward(now, place => x(time, place), dropout);
        }

        var dInput = new double[steps, _inputs];
        double[] dh = new double[_units], dc = new double[_units];
        for (int step = steps - 1; step >= 0; step--)
        {
            for (int u = 0; u < _units; u++)
                dh[u] += dState(step, u);
            if (kept[step].Counts)
                (dh, dc) = Backward(kept[step], dh, dc, place => x(kept[step].Time, place), dropout, dInput);
        }

        return ([.. kept.Skip(1).Select(step => step.Before), h], dInput);
    }

    private (double[] State, double[] Carried) Forward(Step step, Func<int, double> x, Func<int, double> dropout)
    {
        double[] start = new double[_gates * _units], sums = new double[_gates * _units], h = new double[_units];
        for (int j = 0; j < start.Length; j++)
        {
            start[j] = _bias(0, j);
            for (int i = 0; i < _inputs; i++)
                start[j] += x(i) * _kernel(i, j);
            sums[j] = _cell == "GRU" ? _bias(1, j) : 0;
            for (int i = 0; i < _units; i++)
                sums[j] += step.Before[i] * dropout(i) * _recurrent(i, j);
        }

        double[] gates = new double[start.Length], c = new double[_units];
        for (int u = 0; u < _units; u++)
        {
            double Sum(int gate) => start[(gate * _units) + u] + sums[(gate * _units) + u];

            switch (_cell)
            {
                case "SimpleRNN":
                    gates[u] = h[u] = _activation.Forward(Sum(0));
                    break;
                case "LSTM":
                    for (int gate = 0; gate < 4; gate++)
                        gates[(gate * _units) + u] = (gate == 2 ? _activation : _recurrentActivation).Forward(Sum(gate));
                    c[u] = (gates[_units + u] * step.CarriedBefore[u]) + (gates[u] * gates[(2 * _units) + u]);
                    h[u] = gates[(3 * _units) + u] * _activation.Forward(c[u]);
                    break;
                default:
                    gates[u] = _recurrentActivation.Forward(Sum(0));
                    gates[_units + u] = _recurrentActivation.Forward(Sum(1));
                    break;
            }
        }

        for (int u = 0; u < _units && _cell.StartsWith("GRU", StringComparison.Ordinal); u++)
        {
            double sum = 0;
            if (_cell == "GRU")
                sum = gates[_units + u] * sums[(2 * _units) + u];
            for (int i = 0; i < _units && _cell == "GRUResetFirst"; i++)
                sum += gates[_units + i] * step.Before[i] * dropout(i) * _recurrent(i, (2 * _units) + u);
            double candidate = gates[(2 * _units) + u] = _activation.Forward(start[(2 * _units) + u] + sum);
            h[u] = (gates[u] * step.Before[u]) + ((1 - gates[u]) * candidate);
        }

        (step.Gates, step.Sums, step.Carried) = (gates, sums, c);
        return (h, c);
    }

    private (double[] DState, double[] DCarried) Backward(
        Step step, double[] dh, double[] dc, Func<int, double> x, Func<int, double> dropout, double[,] dInput)
    {
        // Gradients by the sums with the input, and by those with the state.
        double[] dStart = new double[_gates * _units], dSums = new double[_gates * _units], dBefore = new double[_units], dCarried = new double[_units];
        double[] dReset = new double[_units];
        for (int u = 0; u < _units; u++)
        {
            double Gate(int gate) => step.Gates[(gate * _units) + u];

            if (_cell == "SimpleRNN")
            {
                dStart[u] = dSums[u] = dh[u] * _activation.Slope(Gate(0));
            }
            else if (_cell == "LSTM")
            {
                double squashed = _activation.Forward(step.Carried[u]), carried = dc[u] + (dh[u] * Gate(3) * _activation.Slope(squashed));
                Put(0, carried * Gate(2) * _recurrentActivation.Slope(Gate(0)));
                Put(1, carried * step.CarriedBefore[u] * _recurrentActivation.Slope(Gate(1)));
                Put(2, carried * Gate(0) * _activation.Slope(Gate(2)));
                Put(3, dh[u] * squashed * _recurrentActivation.Slope(Gate(3)));
                dCarried[u] = carried * Gate(1);
            }
            else
            {
                double candidate = dh[u] * (1 - Gate(0)) * _activation.Slope(Gate(2));
                Put(0, dh[u] * (step.Before[u] - Gate(2)) * _recurrentActivation.Slope(Gate(0)));
                dStart[(2 * _units) + u] = candidate;
                dBefore[u] = dh[u] * Gate(0);
                if (_cell == "GRU")
                {
                    Put(1, candidate * step.Sums[(2 * _units) + u] * _recurrentActivation.Slope(Gate(1)));
                    dSums[(2 * _units) + u] = candidate * Gate(1);
                }
            }

            void Put(int gate, double gradient) => dStart[(gate * _units) + u] = dSums[(gate * _units) + u] = gradient;
        }

        for (int i = 0; i < _units && _cell == "GRUResetFirst"; i++)
        {
            for (int u = 0; u < _units; u++)
            {
                double gradient = dStart[(2 * _units) + u];
                dReset[i] += gradient * _recurrent(i, (2 * _units) + u);
                DRecurrent[i, (2 * _units) + u] += gradient * step.Gates[_units + i] * step.Before[i] * dropout(i);
            }

            double reset = step.Gates[_units + i];
            dStart[_units + i] = dSums[_units + i] = dReset[i] * step.Before[i] * dropout(i) * _recurrentActivation.Slope(reset);
            dBefore[i] += dReset[i] * reset * dropout(i);
        }

        for (int j = 0; j < dStart.Length; j++)
        {
            DBias[0, j] += dStart[j];
            DBias[1, j] += dSums[j];
            for (int i = 0; i < _inputs; i++)
            {
                DKernel[i, j] += x(i) * dStart[j];
                dInput[step.Time, i] += dStart[j] * _kernel(i, j);
            }

            for (int i = 0; i < _units; i++)
            {
                DRecurrent[i, j] += step.Before[i] * dropout(i) * dSums[j];
                dBefore[i] += dSums[j] * _recurrent(i, j) * dropout(i);
            }
        }

        return (dBefore, dCarried);
    }

    private sealed class Step(int time, bool counts, double[] before, double[] carriedBefore)
    {
        public int Time { get; } = time;

        public bool Counts { get; } = counts;

        public double[] Before { get; } = before;

        public double[] CarriedBefore { get; } = carriedBefore;

        public double[] Gates { get; set; } = [];

        public double[] Sums { get; set; } = [];

        public double[] Carried { get; set; } = [];
    }
}
