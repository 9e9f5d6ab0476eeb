Feature: RFC 9293 section 3.8.3: how long to try, and what to tell meanwhile
  One application gives up after seconds, another waits for hours. So each may say for its own connection for how long what
  nobody acknowledges is sent again (R2), and may want to hear of it long before that (R1).

  Rule: The application says how long to try
    @RFC9293/MUST-21
    Scenario Outline: Any user timeout is heeded, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for a user timeout of any length
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint gives up when that time is over

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-21
    Scenario: Any user timeout is heeded while a closed window is probed and nobody answers
      Given a connection that the endpoint has opened, starting at any sequence number
      And the peer takes its window back
      And the endpoint's application asks for a user timeout of any length
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint gives up when that time is over

    # In real time the last piece waits for the other worlds, and nobody acknowledges it meanwhile.
    @RFC9293/MUST-21 @virtual-time
    Scenario Outline: It is not over as long as something is acknowledged in time, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for a user timeout of any length
      When the endpoint's application sends piece after piece, each acknowledged long before that time is over
      Then the endpoint's application is not told that nobody answers

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-21 @virtual-time
    Scenario Outline: Nor is it over while something is under way at every moment, but nothing for long, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for a user timeout of any length
      When the endpoint's application sends segment after segment, each acknowledged when the next has left, and long before that time is over
      Then the endpoint's application is not told that nobody answers

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: The application hears of it when it takes long, but not at once
    @RFC9293/SHLD-9 @RFC9293/MUST-47
    Scenario: Nobody acknowledges, and the application hears of it before the end
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for error reports
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint's application is told of a delivery problem

    @RFC9293/SHLD-10
    Scenario: The application does not hear of it too soon
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for error reports
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint's application is told of a delivery problem
      And by then the endpoint has sent everything again twice at least
