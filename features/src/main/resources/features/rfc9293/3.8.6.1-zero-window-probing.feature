Feature: RFC 9293 section 3.8.6.1: zero-window probing
  The peer has filled its window, and takes no more for now. The news that it takes more can get lost, so the sender asks:
  not at once, for the window may open any moment, and ever more rarely, for nobody knows how long it takes.

  Rule: The sender asks again and again
    @RFC9293/SHLD-29
    Scenario: The first probe waits for a timeout
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      Then the endpoint probes the closed window only after a timeout

    @RFC9293/SHLD-30
    Scenario: Each probe waits longer than the one before
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      Then the endpoint probes the closed window ever more rarely

    @RFC9293/3.10.8-USER
    Scenario: Who does not even answer probes is given up
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the peer falls silent
      And the endpoint's application sends any data, and nobody answers
      Then in the end the endpoint's application is told that nobody answers

    @RFC9293/MUST-36
    Scenario: The end of the stream is asked for, too
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application closes
      Then the endpoint sends a window probe

  Rule: As long as the peer answers, the window may stay closed
    @RFC9293/MUST-37
    Scenario Outline: It may do so although <who> has closed
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      And <closes>
      And nothing else happens for a long time
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent

      Examples:
        | who                        | closes                            |
        | the peer                   | the peer closes                   |
        | the endpoint's application | the endpoint's application closes |

    @RFC9293/MUST-37
    Scenario: It may do so although both sides have closed
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      And the endpoint's application closes
      And the peer closes
      And nothing else happens for a long time
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent

  Rule: The receiver answers
    @RFC9293/3.8.6.1-ANSWER
    Scenario Outline: In <state>, an octet for which there is no room is answered
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When one octet of data arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with what it expects next and that its window is closed

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | FIN-WAIT-2                       |

    @RFC9293/3.8.6.1-ANSWER
    Scenario Outline: In <state>, the fifth octet for which there is no room is answered as the first one is
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When one octet of data arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with what it expects next and that its window is closed
      And one octet of data arrives at the left edge, acknowledging everything sent
      And the endpoint answers with what it expects next and that its window is closed
      And one octet of data arrives at the left edge, acknowledging everything sent
      And the endpoint answers with what it expects next and that its window is closed
      And one octet of data arrives at the left edge, acknowledging everything sent
      And the endpoint answers with what it expects next and that its window is closed
      And one octet of data arrives at the left edge, acknowledging everything sent
      And the endpoint answers with what it expects next and that its window is closed

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

    @RFC9293/MAY-8
    Scenario Outline: In <state>, a window may stay closed for hours
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      And nothing else happens for a long time
      When one octet of data arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with what it expects next and that its window is closed
      And the endpoint's application is told nothing

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | FIN-WAIT-2                       |

    @RFC9293/MUST-37
    Scenario: Who has nothing to send does not mind a closed window
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      And nothing else happens for a long time
      When the endpoint's application sends any data
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent

  Rule: What a probe brings counts like anything else
    @RFC9293/3.8.6.1-TAKEN
    Scenario: A peer may take what the probes bring, and leave its window closed
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      And the peer takes what each probe brings, and offers no room
      And nothing else happens for a while
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent

    @RFC9293/3.8.6.1-FIN
    Scenario: The end of the stream waits for room, too
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application closes
      And nothing else happens for a long time
      And the peer opens its window
      Then the endpoint sends the end of its stream
